package org.marquetry.recommend.neighbour;

/// How surprising it is that two things come together so often.
///
/// Source: Dunning, Accurate Methods for the Statistics of Surprise and Coincidence, Computational
/// Linguistics 19, 1993.
final class LogLikelihood {
  private LogLikelihood() {}

  /// The log-likelihood ratio of a table of two by two counts against independence, in nats;
  /// distributed as chi squared with one degree of freedom where things are independent.
  ///
  /// @param both at least 0, as all others
  /// @return at least 0, the same for more and for less than by chance
  static double ratio(double both, double onlyFirst, double onlySecond, double neither) {
    double all = both + onlyFirst + onlySecond + neither;
    double first = both + onlyFirst;
    double second = both + onlySecond;
    double ratio =
        part(both, first * second / all)
            + part(onlyFirst, first * (all - second) / all)
            + part(onlySecond, (all - first) * second / all)
            + part(neither, (all - first) * (all - second) / all);
    return Math.max(0, 2 * ratio); // rounding
  }

  private static double part(double count, double expected) {
    return count == 0 ? 0 : count * Math.log(count / expected);
  }

  /// The root of the ratio: about standard normal where things are independent.
  ///
  /// @return below 0 when they come together less often than by chance
  static double root(double both, double onlyFirst, double onlySecond, double neither) {
    double root = Math.sqrt(ratio(both, onlyFirst, onlySecond, neither));
    return both * neither < onlyFirst * onlySecond ? -root : root;
  }
}
