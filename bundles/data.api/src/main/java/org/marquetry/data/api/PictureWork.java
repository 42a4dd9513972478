package org.marquetry.data.api;

import java.util.Optional;
import org.marquetry.platform.api.jobs.JobStatus;

/// How the work on pictures stands.
///
/// @param waiting products whose address of a picture was not read yet
/// @param job the running or else the last one; its result has `kept`, `refused`, `unknown` (no
///   such product) and `first` (the first reasons)
public record PictureWork(int waiting, Optional<JobStatus> job) {}
