"""Analysis against gold annotations -> measures; beside the arrow, called by the commands and by the training."""
