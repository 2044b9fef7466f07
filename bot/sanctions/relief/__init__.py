"""Relief options: what they select, what they would do, what stays bound, and their life. See docs/relief.md."""
