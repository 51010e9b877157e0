"""How long Hypothesis looks: a test without settings of its own follows the profile."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("usual", deadline=None, print_blob=True)
settings.register_profile(
    "oracle",
    settings.get_profile("usual"),
    max_examples=20_000,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("usual")
