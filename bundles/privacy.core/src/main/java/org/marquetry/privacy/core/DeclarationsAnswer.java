package org.marquetry.privacy.core;

import java.util.List;
import org.marquetry.privacy.api.Declaration;

/// What is kept.
///
/// @param declarations by store
/// @param undeclared files and folders of the data folder that no running store has declared
record DeclarationsAnswer(List<Declaration> declarations, List<String> undeclared) {}
