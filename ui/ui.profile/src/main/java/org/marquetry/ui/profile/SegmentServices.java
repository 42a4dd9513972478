package org.marquetry.ui.profile;

import org.marquetry.profile.api.Segments;
import org.marquetry.ui.api.Colleagues;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// What the pages about segments work with.
@Component(service = SegmentServices.class)
public final class SegmentServices {
  private final Segments segments;
  private final ProfileServices profiles;
  private final Colleagues colleagues;

  @Activate
  public SegmentServices(
      @Reference Segments segments,
      @Reference ProfileServices profiles,
      @Reference Colleagues colleagues) {
    this.segments = segments;
    this.colleagues = colleagues;
    this.profiles = profiles;
  }

  Segments segments() {
    return segments;
  }

  Colleagues colleagues() {
    return colleagues;
  }

  ProfileServices profiles() {
    return profiles;
  }
}
