package org.marquetry.experiment.core;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.marquetry.experiment.api.Assignment;
import org.marquetry.experiment.api.Design;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Probability;

/// Draws a customer's group from SHA-256 of salt, purpose and id.
///
/// The hold-out and the variant use two independent draws, so a larger hold-out takes people out of
/// every variant alike and moves nobody between variants.
final class HashAssignment {
  private final Design design;
  private final MessageDigest sha;

  HashAssignment(Design design) {
    this.design = design;
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  Assignment assign(CustomerId customer) {
    double holdout = design.holdoutShare();
    if (uniform("holdout", customer) < holdout) {
      return new Assignment(Design.HOLDOUT, new Probability(holdout));
    }
    double u = uniform("variant", customer);
    int i = 0;
    double sum = design.variants().getFirst().share();
    while (u >= sum && i < design.variants().size() - 1) {
      i++;
      sum += design.variants().get(i).share();
    }
    Design.Share share = design.variants().get(i);
    return new Assignment(share.variant(), new Probability((1 - holdout) * share.share()));
  }

  /// Uniform in [0, 1) with 53 bits; the parts are separated by a byte that no UTF-8 text holds.
  private double uniform(String purpose, CustomerId customer) {
    for (String part : new String[] {design.salt(), design.experiment(), purpose}) {
      sha.update(part.getBytes(StandardCharsets.UTF_8));
      sha.update((byte) 0xff);
    }
    byte[] hash = sha.digest(customer.value().getBytes(StandardCharsets.UTF_8));
    return (ByteBuffer.wrap(hash).getLong() >>> 11) * 0x1p-53;
  }
}
