package org.marquetry.privacy.core;

import java.util.List;
import org.marquetry.privacy.api.ErasureStatus;

/// Erasures, newest first.
record ErasuresAnswer(List<ErasureStatus> erasures) {}
