"""From a point of the map back to the globe: the projection of Equal Earth, undone.

The formulas are those that its authors published (Šavrič, Patterson, Jenny 2018).
The three numbers of the map are measured from points whose place is known; the tests
hold them to places of the world.
"""

import math

# The polynomial of Equal Earth.
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = math.sqrt(3) / 2
# The map of data/outlines.json: units of one radian, and where 11° E, 0° lies on it.
_SCALE = 191.0
_CENTRE = (489.2, 249.5)
_TURNED_BY = 11.0
# Newton's method is there after four steps; it is given some more.
_STEPS = 8


def on_globe(point: tuple[float, float]) -> tuple[int, int]:
    """Return the latitude and longitude of a point of the map, in whole degrees.

    North and east are positive.
    """
    x = (point[0] - _CENTRE[0]) / _SCALE
    y = (_CENTRE[1] - point[1]) / _SCALE
    angle = y / _A1
    for _step in range(_STEPS):
        angle -= (_height(angle) - y) / _slope(angle)
    latitude = math.degrees(math.asin(math.sin(angle) / _M))
    longitude = math.degrees(_M * x * _slope(angle) / math.cos(angle)) + _TURNED_BY
    return round(latitude), round((longitude + 180) % 360 - 180)


def _height(angle: float) -> float:
    square, sixth = angle**2, angle**6
    return angle * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))


def _slope(angle: float) -> float:
    square, sixth = angle**2, angle**6
    return _A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)
