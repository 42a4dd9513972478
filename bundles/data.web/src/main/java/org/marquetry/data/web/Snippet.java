package org.marquetry.data.web;

/// What the shop puts into its pages.
final class Snippet {
  private static final String HTML =
      """
      <script>window.marquetry=window.marquetry||function(){(marquetry.q=marquetry.q||[]).push(arguments)}</script>
      <script async src="ADDRESS/open/page.js" data-key="KEY"></script>
      <noscript><img src="ADDRESS/open/page/seen?key=KEY" width="1" height="1" alt=""></noscript>
      <a href="ADDRESS/open/page/more?key=KEY" rel="nofollow" tabindex="-1" aria-hidden="true" hidden></a>
      """;

  private Snippet() {}

  /// @param key letters, digits, `-` and `_` only
  /// @param origin of the suite, as [Origins] writes it
  static String of(String key, String origin) {
    return HTML.replace("ADDRESS", origin).replace("KEY", key);
  }
}
