package org.marquetry.ui.profile;

import org.marquetry.profile.api.Segments;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// What the pages about segments work with.
@Component(service = SegmentServices.class)
public final class SegmentServices {
  private final Segments segments;
  private final ProfileServices profiles;

  @Activate
  public SegmentServices(@Reference Segments segments, @Reference ProfileServices profiles) {
    this.segments = segments;
    this.profiles = profiles;
  }

  Segments segments() {
    return segments;
  }

  ProfileServices profiles() {
    return profiles;
  }
}
