package org.marquetry.data.web;

/// What speaks for a program behind an event; each in [0, 1], 0 = nothing.
///
/// @param listed the agent is on the list, or there is none
/// @param trapped it followed a link that nobody sees
/// @param scriptless it loads pages without running scripts
/// @param automated the browser says that a program drives it
/// @param fast pages in the last minute, as a share of [#FAST]
/// @param regular how alike the gaps between pages are: 1 = the same each time
/// @param untouched share of the last pages that were left without a touch, a key or a wheel
/// @param fleeting share of the last pages that were seen for less than a second
record Signals(
    double listed,
    double trapped,
    double scriptless,
    double automated,
    double fast,
    double regular,
    double untouched,
    double fleeting) {
  /// So many pages in a minute are more than anybody reads.
  static final int FAST = 30;
}
