"""The record: the view that reasoning needs, its stores, its folder of tables, its checks."""
