"""Words in, a Question out. No language model, no store: `understand(text, now, vocabulary, before)`."""
