/// What is kept about a person, over the real bundles inside the framework.
@NullMarked
package org.marquetry.privacy.test;

import org.jspecify.annotations.NullMarked;
