package org.marquetry.copy.grammar;

import java.util.List;
import org.marquetry.copy.api.Claim;
import org.marquetry.copy.api.Style;

/// A text that may become a piece.
record Candidate(String text, Style style, List<Claim> claims, long seed) {}
