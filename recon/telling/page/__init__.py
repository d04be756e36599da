"""The parts of the page: tables as read, findings beside them, causes, the tree of elements."""
