"""The index: words, codes and names in flat arrays, the candidates found in them, and the stored file."""
