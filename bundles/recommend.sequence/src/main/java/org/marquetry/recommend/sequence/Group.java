package org.marquetry.recommend.sequence;

/// Parameters that belong together.
///
/// @param index its number in the network, and in lists of gradients
/// @param value changed in place by training
@SuppressWarnings("ArrayRecordComponent") // never leaves this package
record Group(String name, int index, float[] value) {}
