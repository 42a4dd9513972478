package org.marquetry.privacy.core;

import java.util.List;
import org.marquetry.privacy.api.StoredRecord;

/// Everything that is kept about a person, store by store.
record ExportAnswer(List<StoredRecord> records) {}
