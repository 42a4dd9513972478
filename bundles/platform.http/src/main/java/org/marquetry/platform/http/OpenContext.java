package org.marquetry.platform.http;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;

/// The strangers' part of the port: no session, no cookie, no key.
@Component(service = ServletContextHelper.class, scope = ServiceScope.BUNDLE)
@HttpWhiteboardContext(name = OpenContext.NAME, path = "/open")
public final class OpenContext extends ServletContextHelper {
  static final String NAME = "marquetry.open";
}
