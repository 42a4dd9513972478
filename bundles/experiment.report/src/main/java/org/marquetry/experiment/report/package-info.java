/// What an experiment shows on two pages, as a web page of one file and as PDF. Start at
/// [TwoPageReports]: [Contents] says what stands on the pages, once, with every number written;
/// [HtmlPages] and [PdfPages] only set it.
@NullMarked
package org.marquetry.experiment.report;

import org.jspecify.annotations.NullMarked;
