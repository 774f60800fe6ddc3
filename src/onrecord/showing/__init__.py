"""What people are shown of stories and statements, whatever shows it: words, dates, marks, rows, the look."""
