"""What cannot be answered, in the words of the reader's language and in both forms."""

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext

from endimpunity.doors.site.data import as_json, is_data

# What may be asked of a page.
READING = ("GET", "HEAD")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that a request cannot be read, or that its host is not this site's."""
    foreign = isinstance(exception, DisallowedHost)
    if is_data(request):
        return _told(*(_foreign_host() if foreign else _unreadable()), status=400)
    # Without the request: of one that cannot be read nothing is looked at again.
    page = render_to_string("foreign_host.html" if foreign else "400.html")
    return HttpResponse(page, status=400)


def not_found(
    request: HttpRequest, exception: Exception
) -> HttpResponse:  # as Django calls it
    """Say that there is no such page."""
    if is_data(request):
        return _told(
            gettext("This page does not exist"),
            gettext(
                "The address may be misspelt. A name is found more surely by"
                " searching.",
            ),
            status=404,
        )
    return render(request, "404.html", status=404)


def not_allowed(request: HttpRequest) -> HttpResponse:
    """Say that a page can be read and nothing else."""
    if is_data(request):
        answered = _told(*_only_read(), status=405)
    else:
        title, message = _only_read()
        told = {"title": title, "message": message}
        answered = render(request, "405.html", told, status=405)
    answered["Allow"] = ", ".join(READING)
    return answered


def _foreign_host() -> tuple[str, str]:
    return (
        gettext("This address does not belong to this site"),
        gettext(
            "The request came under the name of another host. Whoever runs this site"
            " names its own hosts with the setting %(setting)s.",
        )
        % {"setting": "ENDIMPUNITY_ALLOWED_HOSTS"},
    )


def _unreadable() -> tuple[str, str]:
    return (
        gettext("This request could not be read"),
        gettext(
            "Something in the address or in the form is not as expected. Nothing was"
            " changed.",
        ),
    )


def _only_read() -> tuple[str, str]:
    return (
        gettext("This page can only be read"),
        gettext("Nothing can be sent to this address. Nothing was changed."),
    )


def _told(title: str, message: str, *, status: int) -> HttpResponse:
    error = {"status": status, "title": title, "message": message}
    return as_json({"error": error}, status=status)
