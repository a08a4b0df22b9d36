"""Every address of the program, each under the door that answers it."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = [
    path("", include("endimpunity.doors.site.rootless_urls")),
    *i18n_patterns(path("", include("endimpunity.doors.site.urls"))),
]
handler400 = "endimpunity.doors.site.faults.bad_request"
handler404 = "endimpunity.doors.site.faults.not_found"
