"""Pure text algebra: folding with an offset map, span algebra, edits that keep grammar, the streaming window."""
