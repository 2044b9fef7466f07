"""Answers as Block Kit. Nothing here sends anything: values in, payloads out."""
