"""Words in, asks out. No language model, no store: `understand(text, now, vocabulary, before)`."""
