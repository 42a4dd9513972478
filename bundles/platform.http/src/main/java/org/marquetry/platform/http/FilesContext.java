package org.marquetry.platform.http;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;

/// The part of the port that is open to all.
@Component(service = ServletContextHelper.class, scope = ServiceScope.BUNDLE)
@HttpWhiteboardContext(name = FilesContext.NAME, path = "/files")
public final class FilesContext extends ServletContextHelper {
  static final String NAME = "marquetry.files";
}
