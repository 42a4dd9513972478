/// The HTTP door: a bundle registers an [Operation]; the door at `/api/v1` binds JSON, checks who
/// calls, answers errors as [Problem] and describes it in OpenAPI. Files that anyone may read come
/// from [PublicFiles].
///
/// Request and answer bodies are records. A component that may be left out is an `Optional`, an
/// `OptionalInt`, `OptionalLong`, `OptionalDouble`, a list or a map; every other one is required.
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.platform.api.http;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
