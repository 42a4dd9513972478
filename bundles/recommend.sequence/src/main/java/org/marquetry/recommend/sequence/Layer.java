package org.marquetry.recommend.sequence;

/// One step of a pass. It keeps what its way back needs, so it serves one pass at a time.
interface Layer {
  /// @param in a row for each row of `of`, with rows of zeros up to [Packed#padded]; not changed
  /// @param chance what is left out
  /// @return a new array
  float[] forward(float[] in, Packed of, Chance chance);

  /// Turn the gradient by what [#forward] returned into that by what it took, and add the gradients
  /// by the layer's own parameters.
  ///
  /// @param out may be changed
  float[] backward(float[] out, Packed of, float[][] gradients);
}
