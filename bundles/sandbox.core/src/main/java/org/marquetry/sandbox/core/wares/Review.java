package org.marquetry.sandbox.core.wares;

/// What a customer wrote.
///
/// @param stars 1 to 5
/// @param text never empty; one to some 400 characters
public record Review(int stars, Language language, String text) {}
