package org.marquetry.platform.test;

import java.util.concurrent.atomic.AtomicInteger;
import org.marquetry.platform.test.api.Desk;
import org.marquetry.platform.test.api.Greeter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Asks for one provider by name.
@Component(immediate = true, property = "desk=b")
public final class DeskOfB implements Desk {
  private static final AtomicInteger BUILT = new AtomicInteger();
  private final Greeter greeter;

  @Activate
  public DeskOfB(@Reference(target = "(marquetry.provider=b)") Greeter greeter) {
    this.greeter = greeter;
    BUILT.incrementAndGet();
  }

  @Override
  public String look() {
    return greeter.greet("you");
  }

  @Override
  public int built() {
    return BUILT.get();
  }
}
