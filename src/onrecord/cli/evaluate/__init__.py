"""`onrecord evaluate`: gold stories -> what the engine finds in them, or what a file predicts -> the measures."""
