/// The synthetic shop with known truth (`docs/sandbox.md`).
///
/// [World] lives day by day: [Shopper] is what a customer is, [Life] where it stands, [Visit] one
/// visit, [Post] how it answers a message. [StreamHistory] is the job that sends the past through
/// the HTTP door, [StartWhenSetUp] starts it.
@NullMarked
package org.marquetry.sandbox.core;

import org.jspecify.annotations.NullMarked;
