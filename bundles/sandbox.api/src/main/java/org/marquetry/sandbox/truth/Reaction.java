package org.marquetry.sandbox.truth;

/// How a customer takes a message.
///
/// @param open probability that it is opened
/// @param click probability that it is clicked, given that it was opened
/// @param unsubscribe probability that the customer wants no more of them
public record Reaction(double open, double click, double unsubscribe) {}
