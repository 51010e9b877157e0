"""How long Hypothesis looks: a test without settings of its own follows the profile.

Usually it looks at the same cases every time, so that a run fails, or leaves a branch uncovered,
for what has changed and by no chance; the oracle looks further, and elsewhere each time.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("usual", deadline=None, derandomize=True)
settings.register_profile(
    "oracle",
    settings.get_profile("usual"),
    derandomize=False,
    print_blob=True,
    max_examples=20_000,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("usual")
