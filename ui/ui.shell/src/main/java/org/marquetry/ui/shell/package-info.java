/// The web UI's frame: the servlet, log-in and set-up, navigation, languages, and the pages Home
/// and System.
///
/// [UiServlet] is Vaadin's servlet on Felix' HTTP whiteboard. [Views] keeps Vaadin's routes and the
/// open tabs in step with the contributed pages; [ViewInstantiator] makes pages through the bundle
/// that contributes them.
@NullMarked
package org.marquetry.ui.shell;

import org.jspecify.annotations.NullMarked;
