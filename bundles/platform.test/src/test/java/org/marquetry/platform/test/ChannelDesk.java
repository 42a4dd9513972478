package org.marquetry.platform.test;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.marquetry.platform.test.api.Channel;
import org.marquetry.platform.test.api.Desk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/// A whiteboard's owner: a dynamic list of any number of channels.
@Component(immediate = true, property = "desk=channels")
public final class ChannelDesk implements Desk {
  private static final AtomicInteger BUILT = new AtomicInteger();

  @Reference(policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<Channel> channels = List.of();

  @Activate
  public ChannelDesk() {
    BUILT.incrementAndGet();
  }

  @Override
  public String look() {
    return channels.stream().map(c -> c.send("x")).sorted().collect(Collectors.joining(","));
  }

  @Override
  public int built() {
    return BUILT.get();
  }
}
