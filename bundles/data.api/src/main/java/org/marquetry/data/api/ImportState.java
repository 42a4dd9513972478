package org.marquetry.data.api;

/// How far an import is.
public enum ImportState {
  /// The file comes in.
  UPLOADING,
  /// The file is there; nothing was counted or loaded yet.
  STORED,
  /// A dry run counts.
  CHECKING,
  /// A dry run is done; nothing was loaded.
  CHECKED,
  /// Rows are checked and loaded.
  LOADING,
  /// Loaded.
  LOADED,
  /// Could not be read or loaded; nothing was loaded.
  FAILED,
  /// It is being taken back.
  UNDOING,
  /// Taken back.
  UNDONE;

  /// Whether a job works on it.
  public boolean isRunning() {
    return this == CHECKING || this == LOADING || this == UNDOING;
  }
}
