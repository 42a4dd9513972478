/// Declares, exports and erases personal data, over all stores that register a `PersonalData`.
///
/// Start at [PrivacyService] (what callers ask) and [ErasureJob] (what does the erasing);
/// [ErasureBook] keeps what must not be forgotten.
@NullMarked
package org.marquetry.privacy.core;

import org.jspecify.annotations.NullMarked;
