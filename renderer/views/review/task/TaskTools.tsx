// A new task, from the page of all.
import { AddTaskButton } from "./AddTaskButton.tsx";

export const TaskTools = () => <AddTaskButton tone="primary" />;
