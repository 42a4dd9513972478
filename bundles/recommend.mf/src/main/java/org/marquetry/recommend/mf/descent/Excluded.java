package org.marquetry.recommend.mf.descent;

/// Which pairs are not to be taken as examples of absent ones.
@FunctionalInterface
interface Excluded {
  boolean test(int user, int item);
}
