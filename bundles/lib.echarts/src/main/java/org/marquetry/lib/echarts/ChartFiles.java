package org.marquetry.lib.echarts;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardResource;

/// Serves the script beside the pages.
@Component(service = ChartFiles.class)
@HttpWhiteboardResource(
    pattern = "/charts/*",
    prefix = "/META-INF/resources/webjars/echarts/5.3.1/dist")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=marquetry.ui)")
public final class ChartFiles {}
