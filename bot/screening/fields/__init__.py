"""What a field of a payment file, a form or an invoice holds beside a name."""
