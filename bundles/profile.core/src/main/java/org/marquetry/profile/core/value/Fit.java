package org.marquetry.profile.core.value;

/// Outcome of fitting a model to a shop: many shops are too young or too small, and that is no
/// failure.
public sealed interface Fit<M> {
  /// The model fits.
  ///
  /// @param logLikelihood in nats, in the time or money unit of the model
  /// @param people customers it was fitted to
  /// @param atEdge a parameter ran to the edge of its range: the data can not tell it from infinite
  ///   or 0, forecasts hold but the parameter itself means nothing
  record Fitted<M>(M model, double logLikelihood, int people, boolean atEdge) implements Fit<M> {}

  /// There is no model.
  record NotFitted<M>(Reason reason, int people) implements Fit<M> {}

  /// Why there is no model.
  enum Reason {
    /// Nobody bought anything.
    NO_PURCHASES,
    /// Fewer customers than a model of four parameters needs.
    TOO_FEW_CUSTOMERS,
    /// The purchases lie within a few days: nothing can be said about coming back.
    TOO_SHORT,
    /// Too few customers bought on more than one day.
    TOO_FEW_RETURNING,
    /// The source has no amounts, or none above zero.
    NO_AMOUNTS,
    /// Spend differs so wildly between customers that its mean does not exist in the model.
    HEAVY_TAIL,
    /// The search ended without a maximum.
    NOT_CONVERGED
  }
}
