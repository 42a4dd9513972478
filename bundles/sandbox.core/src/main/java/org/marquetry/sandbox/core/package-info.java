/// A made-up shop's order history, the same for a seed, streamed through the HTTP door.
///
/// [DemoHistory] makes it, [StreamHistory] is the job that sends it, [StartWhenSetUp] starts the
/// job.
@NullMarked
package org.marquetry.sandbox.core;

import org.jspecify.annotations.NullMarked;
