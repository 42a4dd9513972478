package org.marquetry.access.core;

import java.time.Instant;
import org.marquetry.access.api.ShopSettings;

/// The shop's settings since a moment, and who set them.
record Change(Instant at, String by, ShopSettings.Settings settings) {}
