"""What people judged of a record: who is who, who said it, what is none and what was missed; kept for good."""
