"""Coverage-guided fuzzing of the formats: any bytes give Documents or Unreadable (``make fuzz``)."""
