/// Estimates, intervals and tests.
///
/// Two-sample tests take summaries ({@link org.marquetry.math.stats.Moments}, counts), never raw
/// data: they run on what a query or a running counter yields. Every p-value is two-sided, every
/// interval carries its level. Distributions come from commons-statistics; what is here is what
/// experiments, lifetime value and measurement need on top of it.
@NullMarked
package org.marquetry.math.stats;

import org.jspecify.annotations.NullMarked;
