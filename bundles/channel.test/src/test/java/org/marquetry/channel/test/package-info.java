/// Mail and the links in it, inside the framework.
@NullMarked
package org.marquetry.channel.test;

import org.jspecify.annotations.NullMarked;
